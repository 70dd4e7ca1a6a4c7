import { defineComponent, h, onMounted, ref } from 'vue';
import { FILLING, FIRST, listen } from './story.ts';

export const Article = defineComponent(() => {
  const story = ref(FIRST);
  onMounted(() =>
    listen((told) => {
      story.value = told;
    }),
  );
  return () => [
    h('h1', 'What was said on Monday'),
    h('p', [
      'The ',
      story.value.group,
      ' met the foreign ministers on Monday, and said that it would meet them again.',
    ]),
    h('p', { key: story.value.line }, story.value.line),
    ...Array.from({ length: 4 }, (_, key) => h('p', { key }, FILLING)),
  ];
});

/** Elements by what they mean for running text; local names in lower case. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that stand inside a line. Every other element, custom ones too, begins and ends a block. */
export const INLINE = names(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rt ruby s samp slot small span strike strong sub sup time tt u var wbr',
);

/** Elements whose text is not read: no prose, not shown, a control, another document, or what stands round every page. */
export const SKIPPED = names(
  'nav footer menu script style template noscript title iframe frame frameset noframes object embed svg math canvas video audio map select option optgroup datalist textarea input button progress meter rp',
);

export const HEADINGS = names('h1 h2 h3 h4 h5 h6');

/** Elements that hold a paragraph, a list or a heading, so too small to hold an article. */
export const LEAVES = names('p li dd dt blockquote pre ul ol dl h1 h2 h3 h4 h5 h6');

/**
 * English words that say how a sentence is built and not what it is about; by whole words, not stems. Words that turn a
 * question into its opposite or name a direction ("not", "off", "without") are none: in a help centre they matter.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any anyone anything are as at be because been before being both but by can cant
  could couldnt did didnt do does doesnt doing dont during each either else ever every few for from further get gets getting
  got had has hasnt have havent having he her here hers him his how however i id if ill im in into is isnt it its itself ive
  just let lets like may me might mine more most much must my myself neither of on one only or other our ours over own per
  please quite rather really s same shall she should so some someone something such t than thank thanks that thats the their theirs them
  then there these they theyre this those though through to too under until up upon us very was wasnt we were werent what
  whatever whats when where whether which while who whom whose why will with would wouldnt yet you your youre yours`.split(
    /\s+/,
  ),
);

const WORD = "\\p{Lu}[\\p{L}'’.-]{1,30}";
const KIND = "(?:Street|Avenue|Ave|Road|Lane|Boulevard|Blvd|Square|Terrace|Crescent|Court|Highway)";
/** `, 53113 Bonn` or `, Springfield, IL 62704`, on the same line or the next. */
const TOWN = `(?:[ ]{0,2}(?:,|,?[ ]?\\n)[ ]{0,2}(?:(?:[A-Z]{1,2}-)?\\d{4,6}[ ]${WORD}(?:[ ]${WORD}){0,2}|(?:${WORD}[ ]){0,2}${WORD},?[ ][A-Z]{2}[ ]\\d{5}(?:-\\d{4})?))?`;

/** `Hauptstraße`, `Am Alten Marktplatz`, `Konrad-Adenauer-Allee`. */
const GERMAN = `(?<![\\p{L}-])(?:\\p{Lu}\\p{L}{1,30}[ -]){0,3}(?:(?!Speicher|Arbeits|Hinweg|Umweg)\\p{Lu}\\p{L}{0,40}(?:straße|strasse|str\\.|weg|platz|allee|gasse)|(?<=[ -])(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse))`;

/** Where somebody lives, as it is written in several countries: `12 Main Street`, `Hauptstr. 7, 53113 Bonn`, `10 rue de la Paix`. */
const STREETS = [
  `\\b\\d{1,5}[a-z]?,?[ ](?:${WORD}[ ]){1,4}(?:${KIND}|St|Rd|Way)\\b\\.?${TOWN}`,
  `(?<![\\p{L}])(?:${WORD}[ ]){1,4}(?:Street|Avenue|Ave|Road|Lane|Boulevard)[ ]\\d{1,5}[a-z]?\\b${TOWN}`,
  `${GERMAN}[ ]?\\d{1,4}[ ]?[a-z]?(?![\\p{L}\\d.])${TOWN}`,
  `\\b\\d{1,4}(?:[ ]?(?:bis|ter))?,?[ ](?:rue|avenue|boulevard|chemin|impasse|allée|quai)[ ][^\\n,.;]{2,50}${TOWN}`,
  `\\b(?:Calle|Avenida|Plaza|Paseo|Piazza|Viale)[ ](?:(?:de|del|la|los|las)[ ]){0,2}(?:${WORD}[ ,]{1,2}){1,3}\\d{1,4}\\b${TOWN}`,
  `\\b(?:P\\.?[ ]?O\\.?[ ]?Box|Postfach)[ ]\\d[\\d ]{1,8}\\b${TOWN}`,
].map((street) => new RegExp(street, "gu"));

/** A text without the postal addresses in it. Every repetition is bounded: a text cannot make a search slow. */
export function maskStreets(text: string): string {
  return STREETS.reduce((masked, street) => masked.replace(street, "[street]"), text);
}

import { seedId } from "./identity.ts";

/** A person of the demo. */
export interface DemoPerson {
  id: string;
  email: string;
  name: string;
  role: "customer" | "developer" | "admin";
  /** How others address them. */
  called: string;
  timeZone: string;
}

/** e-mail, name, how they are called, time zone */
type Line = readonly [email: string, name: string, called: string, timeZone: string];

const person = (role: DemoPerson["role"], [email, name, called, timeZone]: Line): DemoPerson => ({
  id: seedId(`person ${email}`),
  email,
  name,
  role,
  called,
  timeZone,
});

/** Customer who bought from Ivo and Noor, with conversations in several states, some unread. Tests rely on her. */
export const MARA = person("customer", ["mara@example.com", "Mara Lindqvist", "Mara", "Europe/Stockholm"]);
/** Developer, owner of the desk `petrov-software`, whose products Mara bought. Tests rely on him. */
export const IVO = person("developer", ["ivo@example.com", "Ivo Petrov", "Ivo", "Europe/Sofia"]);
/** Developer, owner of the desk `diallo-data`; may see nothing of Ivo's desk, and Mara bought nothing of hers. */
export const AMINA = person("developer", ["amina@example.com", "Amina Diallo", "Amina", "Africa/Dakar"]);
/** Admin, member of the platform desk. Tests rely on her. */
export const GRACE = person("admin", ["grace@example.com", "Grace Okafor", "Grace", "Africa/Lagos"]);

/** Slug of Ivo's desk. */
export const IVO_DESK = "petrov-software";
/** Slug of Amina's desk. */
export const AMINA_DESK = "diallo-data";
/** Slug of the platform's desk. */
export const PLATFORM_DESK = "mintreu-support";

const DEVELOPER_LINES: readonly Line[] = [
  ["noor@example.com", "Noor van der Meer", "Noor", "Europe/Amsterdam"],
  ["kenji@example.com", "Kenji Watanabe-Ruiz", "Kenji", "Asia/Tokyo"],
  ["zsofia@example.com", "Zsófia Balogh", "Zsófia", "Europe/Budapest"],
  ["tomas@example.com", "Tomás Herrera", "Tomás", "America/Montevideo"],
  ["jonas@example.com", "Jonas Weidmann", "Jonas", "Europe/Zurich"],
];

const ADMIN_LINES: readonly Line[] = [
  ["henrik@example.com", "Henrik Solberg", "Henrik", "Europe/Oslo"],
  ["meiling@example.com", "Mei-Ling Tan", "Mei-Ling", "Asia/Singapore"],
];

const CUSTOMER_LINES: readonly Line[] = [
  ["lina@example.net", "李娜", "李娜", "Asia/Shanghai"],
  ["olena@example.org", "Олена Коваленко", "Олена", "Europe/Kyiv"],
  ["haruto@example.net", "佐藤 陽斗", "佐藤", "Asia/Tokyo"],
  ["aoife@example.com", "Aoife O’Sullivan", "Aoife", "Europe/Dublin"],
  ["marisol@example.org", "Marisol Peña Ibarra", "Marisol", "America/Mexico_City"],
  ["nkechi@example.net", "Nkechi Adebayo-Whitmore", "Nkechi", "Europe/London"],
  ["sigurdur@example.com", "Sigurður Þór Ægisson", "Sigurður", "Atlantic/Reykjavik"],
  ["omar@example.org", "عمر الفاسي", "عمر", "Africa/Casablanca"],
  ["priya@example.net", "Priya Raghunathan", "Priya", "Asia/Kolkata"],
  ["lukasz@example.com", "Łukasz Wiśniewski", "Łukasz", "Europe/Warsaw"],
  ["jerome@example.net", "Jérôme d’Aubigné", "Jérôme", "Europe/Paris"],
  ["thi@example.com", "Nguyễn Thị Minh Khai", "Minh Khai", "Asia/Ho_Chi_Minh"],
  ["wolfgang@example.org", "Wolfgang Amadeus Hinterstoißer-Grünwald", "Wolfgang", "Europe/Vienna"],
  ["dalia@example.com", "דליה רוזן", "דליה", "Asia/Jerusalem"],
  ["kwame@example.net", "Kwame Asante", "Kwame", "Africa/Accra"],
  ["ingrid@example.com", "Ingrid Bjørnstad", "Ingrid", "Europe/Oslo"],
  ["minjun@example.org", "김민준", "민준", "Asia/Seoul"],
  ["chiara@example.net", "Chiara Dell’Acqua", "Chiara", "Europe/Rome"],
  ["bao@example.com", "Bao Tran", "Bao", "America/Los_Angeles"],
  ["eleni@example.org", "Ελένη Παπαδοπούλου", "Ελένη", "Europe/Athens"],
  ["tui@example.net", "Tūī Parata", "Tūī", "Pacific/Auckland"],
  ["rafael@example.com", "Rafael Gonçalves da Conceição", "Rafael", "America/Sao_Paulo"],
  ["yusuf@example.net", "Yusuf Çelik", "Yusuf", "Europe/Istanbul"],
  ["anneke@example.com", "Anneke Vanden Broucke", "Anneke", "Europe/Brussels"],
  ["siobhan@example.org", "Siobhán Ní Dhomhnaill", "Siobhán", "Europe/Dublin"],
  ["dmitri@example.net", "Дмитрий Соколов", "Дмитрий", "Asia/Almaty"],
  ["leilani@example.com", "Leilani Kealoha", "Leilani", "Pacific/Honolulu"],
  ["sam@example.com", "Sam Fox", "Sam", "America/Chicago"],
  ["tremaine@example.net", "Tremaine Baptiste", "Tremaine", "America/Port_of_Spain"],
  ["ioana@example.org", "Ioana Țepeș", "Ioana", "Europe/Bucharest"],
  ["gwen@example.com", "Gwenllian ap Rhys", "Gwen", "Europe/London"],
  ["farid@example.org", "Farid Rahmonov", "Farid", "Asia/Tashkent"],
  ["nomvula@example.net", "Nomvula Dlamini", "Nomvula", "Africa/Johannesburg"],
  ["santiago@example.com", "Santiago Quispe Mamani", "Santiago", "America/La_Paz"],
  ["arun@example.net", "அருண் குமார்", "அருண்", "Asia/Colombo"],
  ["hedda@example.com", "Hedda Mäkelä-Järvinen", "Hedda", "Europe/Helsinki"],
  ["beatriz@example.org", "Beatriz Navarro", "Beatriz", "America/Bogota"],
  ["qi@example.net", "Qi", "Qi", "Asia/Taipei"],
  ["maximiliane@example.com", "Maximiliane-Charlotte von Hohenfels zu Ahrensberg", "Maximiliane", "Europe/Berlin"],
];

/** The seven developers: the four owners of desks first. */
export const DEVELOPERS = [IVO, AMINA, ...DEVELOPER_LINES.map((line) => person("developer", line))];
/** The three admins. */
export const ADMINS = [GRACE, ...ADMIN_LINES.map((line) => person("admin", line))];
/** The forty customers, Mara first. */
export const CUSTOMERS = [MARA, ...CUSTOMER_LINES.map((line) => person("customer", line))];
/** Everyone of the demo. */
export const PEOPLE: readonly DemoPerson[] = [...ADMINS, ...DEVELOPERS, ...CUSTOMERS];

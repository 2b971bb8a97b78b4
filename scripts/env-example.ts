/** Writes `.env.example` from the settings that the packages declare. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeExample } from "./settings/example.ts";

writeFileSync(join(import.meta.dirname, "../.env.example"), await writeExample());

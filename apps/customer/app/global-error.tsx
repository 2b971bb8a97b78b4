"use client";

import "./globals.css";

export { GlobalErrorPage as default } from "@mintreu/ui/kit/GlobalErrorPage";

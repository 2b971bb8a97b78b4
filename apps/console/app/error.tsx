"use client";

export { ErrorPage as default } from "@mintreu/ui/kit/ErrorPage";

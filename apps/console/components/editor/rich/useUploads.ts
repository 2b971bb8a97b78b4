"use client";

import type { FileView } from "@mintreu/api/files/schema";
import { UploadError, uploadFile } from "@mintreu/ui/support/files/upload.ts";
import { useCallback, useEffect, useRef, useState } from "react";

/** One file on its way. */
export interface Upload {
  key: number;
  file: File;
  /** 0 to 1. */
  part: number;
  /** Code of what went wrong; null while it is under way. */
  failed: string | null;
  /** Whether sending it again may work. */
  again: boolean;
}

/** What can be done with files on their way. */
export interface Uploads {
  all: readonly Upload[];
  /** @returns a key for each, by which it is told of when it has arrived. */
  add(files: readonly File[]): number[];
  cancel(key: number): void;
  retry(key: number): void;
}

let lastKey = 0;

/** Sends files for an article, and tells of each that has arrived. */
export function useUploads(articleId: string, onArrived: (key: number, file: FileView) => void): Uploads {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const controller of all.values()) controller.abort();
    };
  }, []);

  const change = useCallback((key: number, patch: Partial<Upload>) => {
    setUploads((now) => now.map((each) => (each.key === key ? { ...each, ...patch } : each)));
  }, []);
  const remove = useCallback((key: number) => setUploads((now) => now.filter((each) => each.key !== key)), []);

  const send = useCallback(
    async (key: number, file: File) => {
      const controller = new AbortController();
      running.current.set(key, controller);
      try {
        const { signal } = controller;
        const onProgress = (part: number) => change(key, { part });
        const kept = await uploadFile(file, { for: "article", id: articleId }, { onProgress, signal });
        remove(key);
        arrived.current(key, kept);
      } catch (error) {
        if (controller.signal.aborted) return;
        const refused = error instanceof UploadError ? error : new UploadError("UNAVAILABLE");
        change(key, { failed: refused.code, again: refused.again });
      } finally {
        running.current.delete(key);
      }
    },
    [articleId, change, remove],
  );

  const add = (files: readonly File[]) => {
    const begun = files.map((file): Upload => ({ key: ++lastKey, file, part: 0, failed: null, again: false }));
    setUploads((now) => [...now, ...begun]);
    for (const { key, file } of begun) void send(key, file);
    return begun.map(({ key }) => key);
  };
  const cancel = (key: number) => {
    running.current.get(key)?.abort();
    remove(key);
  };
  const retry = (key: number) => {
    const upload = uploads.find((each) => each.key === key);
    if (!upload) return;
    change(key, { part: 0, failed: null });
    void send(key, upload.file);
  };
  return { all: uploads, add, cancel, retry };
}

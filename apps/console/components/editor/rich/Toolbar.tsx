"use client";

import { DropdownMenu, MenuItem, MenuLabel } from "@mintreu/ui/kit/DropdownMenu";
import { Field } from "@mintreu/ui/kit/Field";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { Input } from "@mintreu/ui/kit/Input";
import { Select } from "@mintreu/ui/kit/Select";
import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Code,
  ImagePlus,
  Italic,
  Keyboard,
  Link,
  List,
  ListOrdered,
  Plus,
  Redo2,
  Strikethrough,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { INSERTIONS, insert, insertionIcons } from "./insertions.tsx";
import { pickPictures } from "./pick-pictures.ts";
import { TableMenu } from "./TableMenu.tsx";

interface Props {
  editor: Editor;
  onLink: () => void;
  onPictures: (files: readonly File[]) => void;
}

/** What can be done with the text, by name and with its keys; stays in sight while one scrolls. */
export function Toolbar({ editor, onLink, onPictures }: Props) {
  const t = useTranslations("editor");
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) });
  const chain = () => editor.chain().focus();
  return (
    <>
      <div
        role="toolbar"
        aria-label={t("toolbar")}
        className="sticky top-0 z-10 flex flex-wrap items-center gap-0.5 border-border border-y bg-raised px-3 py-1.5 md:px-6"
      >
        <BlockKind editor={editor} level={state.level} />
        <Divider />
        <Tool label={t("bold")} keys="mod+b" on={state.bold} run={() => chain().toggleBold().run()}>
          <Bold />
        </Tool>
        <Tool label={t("italic")} keys="mod+i" on={state.italic} run={() => chain().toggleItalic().run()}>
          <Italic />
        </Tool>
        <Tool label={t("strike")} on={state.strike} run={() => chain().toggleStrike().run()}>
          <Strikethrough />
        </Tool>
        <Tool label={t("inlineCode")} keys="mod+e" on={state.code} run={() => chain().toggleMark("code").run()}>
          <Code />
        </Tool>
        <Tool label={t("key")} on={state.kbd} run={() => chain().toggleMark("kbd").run()}>
          <Keyboard />
        </Tool>
        <Tool label={t("link.action")} keys="mod+k" on={state.link} run={onLink}>
          <Link />
        </Tool>
        <Divider />
        <Tool label={t("insert.bulletList")} on={state.bulletList} run={() => insert(editor, "bulletList")}>
          <List />
        </Tool>
        <Tool label={t("insert.orderedList")} on={state.orderedList} run={() => insert(editor, "orderedList")}>
          <ListOrdered />
        </Tool>
        <Tool label={t("insert.picture")} run={() => pickPictures(onPictures)}>
          <ImagePlus />
        </Tool>
        <DropdownMenu
          align="start"
          trigger={
            <IconButton label={t("insert.label")} keys="/">
              <Plus />
            </IconButton>
          }
        >
          <MenuLabel>{t("insert.label")}</MenuLabel>
          {INSERTIONS.map((what) => (
            <MenuItem key={what} icon={insertionIcons[what]} onSelect={() => insert(editor, what)}>
              {t(`insert.${what}`)}
            </MenuItem>
          ))}
        </DropdownMenu>
        {state.table && <TableMenu editor={editor} />}
        <Divider />
        <Tool label={t("undo")} keys="mod+z" disabled={!state.canUndo} run={() => chain().undo().run()}>
          <Undo2 />
        </Tool>
        <Tool label={t("redo")} keys="mod+shift+z" disabled={!state.canRedo} run={() => chain().redo().run()}>
          <Redo2 />
        </Tool>
      </div>
      {state.picture !== null && <PictureText editor={editor} alt={state.picture} />}
    </>
  );
}

/** What the chosen picture shows, in words: read aloud, and seen where it is missing. */
function PictureText({ editor, alt }: { editor: Editor; alt: string }) {
  const t = useTranslations("editor");
  return (
    <div className="sticky top-11 z-10 border-border border-b bg-sunken px-4 py-2 md:px-8">
      <Field label={t("pictureText")} required hint={alt === "" ? t("pictureTextMissing") : undefined}>
        <Input
          value={alt}
          onChange={({ target }) => editor.commands.updateAttributes("image", { alt: target.value })}
        />
      </Field>
    </div>
  );
}

function stateOf(editor: Editor) {
  const on = (name: string) => editor.isActive(name);
  return {
    level: Number(editor.isActive("heading") ? editor.getAttributes("heading").level : 0),
    ...{ bold: on("bold"), italic: on("italic"), strike: on("strike"), code: on("code"), kbd: on("kbd") },
    ...{ link: on("link"), bulletList: on("bulletList"), orderedList: on("orderedList"), table: on("table") },
    picture: editor.isActive("image") ? String(editor.getAttributes("image").alt ?? "") : null,
    ...{ canUndo: editor.can().undo(), canRedo: editor.can().redo() },
  };
}

const LEVELS = [2, 3, 4] as const;

/** Text or a heading. The levels are those of readers' pages, where the title is the first. */
function BlockKind({ editor, level }: { editor: Editor; level: number }) {
  const t = useTranslations("editor.block");
  const choose = (next: number) => {
    const known = LEVELS.find((each) => each === next);
    if (known) editor.chain().focus().setHeading({ level: known }).run();
    else editor.chain().focus().setParagraph().run();
  };
  const other = level !== 0 && !LEVELS.some((each) => each === level);
  return (
    <Select
      size="sm"
      quiet
      aria-label={t("label")}
      value={level}
      onChange={({ target }) => choose(Number(target.value))}
    >
      <option value={0}>{t("text")}</option>
      {LEVELS.map((each) => (
        <option key={each} value={each}>
          {t(`heading${each}`)}
        </option>
      ))}
      {other && <option value={level}>{t("other", { level })}</option>}
    </Select>
  );
}

interface ToolProps {
  label: string;
  keys?: string;
  on?: boolean;
  disabled?: boolean;
  run: () => void;
  children: ReactNode;
}

function Tool({ label, keys, on, disabled, run, children }: ToolProps) {
  return (
    <IconButton
      size="sm"
      label={label}
      {...(keys ? { keys } : {})}
      {...(on === undefined ? {} : { "aria-pressed": on })}
      disabled={disabled}
      // The text keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children}
    </IconButton>
  );
}

function Divider() {
  return <span aria-hidden className="mx-1 h-5 w-px bg-border" />;
}

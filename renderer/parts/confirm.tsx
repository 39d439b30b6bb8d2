// Asks before what cannot be undone; everything else is done at once and offered back.
import { Modal } from "antd";
import type { ReactNode } from "react";
import { useWords } from "./words.tsx";

interface ConfirmProps {
  open: boolean;
  title: string;
  /** What will happen, and that it cannot be taken back. */
  children: ReactNode;
  /** A verb: "清空并恢复". */
  verb: string;
  busy?: boolean;
  onConfirm(): void;
  onCancel(): void;
}

export function Confirm(props: ConfirmProps): ReactNode {
  const { common } = useWords();
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.verb}
      cancelText={common.cancel}
      onOk={props.onConfirm}
      onCancel={props.onCancel}
      confirmLoading={props.busy ?? false}
      width={440}
      centered
      destroyOnHidden
    >
      {props.children}
    </Modal>
  );
}

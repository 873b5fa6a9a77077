;;; safe-together-lint.el --- Checks the language of reports  -*- lexical-binding: t; -*-

;; For Emacs 28 with eglot 1.9, and for Emacs 29 and later, which bring eglot.

;;; Code:

(require 'eglot)

(defvar safe-together-lint-command '("safe-together-lint" "lsp" "--stdio")
  "The command, as a list of words.")

(defvar safe-together-lint-settings nil
  "As in docs/editors.md: (:showInfo t :profile \"cafcass-cymru\").")

;; One entry for each kind of text: eglot tells a server one kind only.
(dolist (kind '((text-mode . "plaintext") (html-mode . "html") (markdown-mode . "markdown")))
  (add-to-list 'eglot-server-programs
               (cons (list (list (car kind) :language-id (cdr kind)))
                     (lambda (&rest _) safe-together-lint-command))))

(defun safe-together-lint-start ()
  "Check the text of this buffer while it is written."
  (safe-together-lint-tell-settings)
  (eglot-ensure))

(defun safe-together-lint-tell-settings ()
  "Put our settings beside those of other servers.
Eglot asks for them in the folder of a project, where what is local to a buffer does not hold."
  (let ((all (default-value 'eglot-workspace-configuration)))
    (unless (or (functionp all) (keywordp (car all)))
      (setq-default eglot-workspace-configuration
                    (cons (cons :safeTogetherLint safe-together-lint-settings)
                          (assq-delete-all :safeTogetherLint all))))))

(defun safe-together-lint-start-in-text ()
  "Check plain text, but not the many modes that are made from it."
  (when (eq major-mode 'text-mode) (safe-together-lint-start)))

(add-hook 'markdown-mode-hook #'safe-together-lint-start)
(add-hook 'html-mode-hook #'safe-together-lint-start)
(add-hook 'text-mode-hook #'safe-together-lint-start-in-text)

(provide 'safe-together-lint)
;;; safe-together-lint.el ends here

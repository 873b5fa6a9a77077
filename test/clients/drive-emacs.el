;;; drive-emacs.el --- Opens a report, and writes down what Emacs shows of it  -*- lexical-binding: t; -*-

;; Run by editors.test.ts.

(package-initialize)
(require 'json)
(require 'markdown-mode)
(load (expand-file-name "safe-together-lint.el" (getenv "HOW_TO")) nil t)
(setq safe-together-lint-command (list (getenv "NODE") (getenv "COMMAND") "lsp" "--stdio")
      safe-together-lint-settings '(:showInfo t)
      eglot-sync-connect t
      eglot-send-changes-idle-time 0
      last-nonmenu-event t)

(defun wait-for (what is)
  "Let the server speak until IS gives something, and give that."
  (let ((left 1200) seen)
    (while (not (setq seen (funcall is)))
      (when (zerop (setq left (1- left))) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05)
      (tell-what-was-typed))
    seen))

(defun tell-what-was-typed ()
  "Batch has no idle time, in which Emacs else tells the server what was typed."
  (eglot--signal-textDocument/didChange))

(defun places ()
  (vconcat
   (mapcar (lambda (one)
             (let ((said (cdr (assoc 'eglot-lsp-diag (eglot--diag-data one)))))
               (vector (plist-get said :code)
                       (buffer-substring-no-properties (flymake-diagnostic-beg one)
                                                       (flymake-diagnostic-end one)))))
           (sort (flymake-diagnostics)
                 (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))))

(find-file (getenv "REPORT"))
(run-hooks 'post-command-hook)
(flymake-start)
(wait-for "places" #'flymake-diagnostics)
(let* ((before (places)) (old (buffer-string)) titles hover)
  (goto-char (point-min))
  (search-forward (getenv "WORDS"))
  (goto-char (match-beginning 0))
  (eglot-hover-eldoc-function (lambda (info &rest _) (when info (setq hover (substring-no-properties info)))))
  (wait-for "what is said of a place" (lambda () hover))
  ;; What a person would choose from the list.
  (setq completing-read-function
        (lambda (_prompt items &rest _)
          (setq titles (mapcar #'car items))
          (getenv "ACTION")))
  (call-interactively #'eglot-code-actions)
  (wait-for "the text to change" (lambda () (not (equal old (buffer-string)))))
  (wait-for "the place to go" (lambda () (< (length (flymake-diagnostics)) (length before))))
  (let ((seen `((before . ,before) (hover . ,hover) (titles . ,(vconcat titles)) (after . ,(places))
                (text . ,(buffer-substring-no-properties (point-min) (point-max))))))
    (with-temp-file (getenv "RESULT") (insert (json-encode seen)))))
(eglot-shutdown (eglot-current-server))

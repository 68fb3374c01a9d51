" Vim compiler file: :compiler svclint, then :make, or :make k8s/web.yaml
if exists("current_compiler")
  finish
endif
let current_compiler = "svclint"

let s:save_cpo = &cpo
set cpo&vim

if exists(":CompilerSet") != 2
  command -nargs=* CompilerSet setlocal <args>
endif

" Without -q the summary on standard error would be a line of the quickfix list.
CompilerSet makeprg=svclint\ check\ -q\ --format\ concise\ --color\ never\ $*
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m

let &cpo = s:save_cpo
unlet s:save_cpo

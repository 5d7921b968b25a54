# The same verbs as `npm run`; arguments are passed on.
_default:
    @just --list

# Installs, makes .env, builds
setup:
    npm run setup

# Starts everything, with a database and an inbox of its own
start:
    npm start

# The same, built again when a file changes
dev:
    npm run dev

build *args:
    npm run build -- {{args}}

test *args:
    npm test -- {{args}}

test-faults *args:
    npm run test:faults -- {{args}}

test-security *args:
    npm run test:security -- {{args}}
test-ops *args:
    npm run test:ops -- {{args}}

bench *args:
    npm run bench -- {{args}}

lighthouse *args:
    npm run lighthouse -- {{args}}

load-data *args:
    npm run load-data -- {{args}}

show-users:
    npm run show-users

create-admin *args:
    npm run create-admin -- {{args}}

stats:
    npm run stats

issue-certificates *args:
    npm run issue-certificates -- {{args}}

inspect-files *args:
    npm run inspect-files -- {{args}}

backup *args:
    npm run backup -- {{args}}

restore *args:
    npm run restore -- {{args}}

# What a restored centre holds back: work, then mail
resume what *args:
    npm run resume -- {{what}} {{args}}

rotate-key purpose:
    npm run rotate-key -- {{purpose}}

import *args:
    npm run import -- {{args}}

startapp *args:
    npm run startapp -- {{args}}

worker:
    npm run worker

cms:
    npm run cms

site:
    npm run site

deploy *args:
    npm run deploy -- {{args}}

rollback *args:
    npm run rollback -- {{args}}

staging-refresh *args:
    npm run staging:refresh -- {{args}}

migrate:
    npm run migrate

dbshell:
    npm run dbshell

icons:
    npm run icons

screenshots *args:
    npm run screenshots -- {{args}}

lint:
    npm run lint

format:
    npm run format

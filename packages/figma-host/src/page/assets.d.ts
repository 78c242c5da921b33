// Here rather than in a tsconfig: every project that includes this folder then knows style sheets and `?url` imports.
/// <reference types="vite/client" />

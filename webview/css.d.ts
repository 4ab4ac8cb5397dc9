// Style sheets are imported for their effect: the bundler puts them into dist/studio.css.
declare module '*.css';

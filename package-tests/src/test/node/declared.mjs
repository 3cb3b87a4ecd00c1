// declared.mjs TYPESCRIPT DECLARATIONS: prints the names of what the declarations export as values, and of the members of its
// types, as JSON.
import { createRequire } from "node:module";

const [typescript, declarations] = process.argv.slice(2);
const ts = createRequire(import.meta.url)(typescript);
const program = ts.createProgram([declarations], { strict: true, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] });
const checker = program.getTypeChecker();
const module = checker.getSymbolAtLocation(program.getSourceFile(declarations));
const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
// An export of types alone is no value, whatever it names.
const isValue = (symbol) =>
  !ts.isTypeOnlyExportDeclaration?.(symbol.declarations[0].parent?.parent ?? {}) &&
  !symbol.declarations.some((declaration) => declaration.parent?.parent?.isTypeOnly) &&
  (resolved(symbol).flags & ts.SymbolFlags.Value) !== 0;
// What a subclass has to bring, or may bring, need not be there.
const isPromised = (symbol) =>
  !(symbol.flags & ts.SymbolFlags.Optional) &&
  !(ts.getCombinedModifierFlags(symbol.declarations[0]) & ts.ModifierFlags.Protected);
const members = (name, isIncluded) =>
  checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(resolved(exported.get(name))))
    .filter(isIncluded)
    .map((symbol) => symbol.name);

const result = { exports: [...exported].filter(([, symbol]) => isValue(symbol)).map(([name]) => name) };
for (const name of ["Peer", "DataConnection", "MediaConnection", "Util", "UtilSupportsObj"]) result[name] = members(name, isPromised);
result.options = members("PeerOptions", () => true);
for (const name of result.exports.filter((candidate) => candidate.endsWith("Type"))) {
  result[name] = [...resolved(exported.get(name)).exports.values()].map(
    (member) => `${member.name}=${checker.getConstantValue(member.valueDeclaration)}`,
  );
}
console.log(JSON.stringify(result));

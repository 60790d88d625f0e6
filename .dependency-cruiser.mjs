// The rooms of the project and who may import whom. Domains stand in an order; imports point to their left.
const domains = ["users", "activity", "auth", "jobs", "entries", "uploads", "sharing", "service"];
const tests = "\\.i?test\\.tsx?$";

/** What files under `from` must not import; `except` names what is allowed after all. */
const forbid = (name, from, to, except) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: tests },
  to: { path: to, ...(except ? { pathNot: except } : {}) },
});

// Uploads and sharing stand side by side: neither knows the other.
const domainRules = domains.map((domain, index) => {
  const right =
    domain === "uploads"
      ? ["sharing", "service"]
      : domain === "sharing"
        ? ["uploads", "service"]
        : domains.slice(index + 1);
  return forbid(`domain-order-${domain}`, `^lib/${domain}/`, `^lib/(${right.join("|")})/`);
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "declared",
      comment: "What is imported stands in package.json.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    forbid("nobody-imports-app", "^(components|lib|scripts|e2e)/", "^app/"),
    forbid("app-has-no-data-access", "^app/", "^lib/aws/|/repo\\.ts$|^lib/engines/|^scripts/|^e2e/"),
    {
      name: "components-know-little-of-lib",
      comment: "Besides types: schemas, actions, and what is written for the browser.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^(lib|scripts|e2e)/",
        pathNot: [
          "^lib/[a-z]+/(schema|actions|client)[.]ts$",
          "^lib/[a-z]+/client-[a-z-]+[.]ts$",
          "^lib/(format|id|limits|preview-kind)[.]ts$",
          // The catalogue, and for server components what speaks from it.
          "^lib/i18n/",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "repo-is-private",
      comment: "Rows are reached through their domain's front door.",
      severity: "error",
      from: { path: "^lib/([a-z]+)/", pathNot: tests },
      to: { path: "^lib/[a-z]+/repo", pathNot: "^lib/$1/" },
    },
    ...domainRules,
    forbid("http-knows-no-domain", "^lib/http/", `^lib/(${domains.join("|")}|engines)/`, "^lib/auth/session\\.ts$"),
    forbid(
      "aws-knows-the-environment-alone",
      "^lib/aws/",
      "^lib/",
      "^lib/(aws/|env\\.ts$|sign\\.ts$|errors\\.ts$|ids\\.ts$|log\\.ts$|metrics\\.ts$|process-wide\\.ts$|trace\\.ts$)",
    ),
    forbid("lib-root-knows-nothing-above", "^lib/[^/]+\\.ts$", "^(lib/[^/]+/|components/|app/|scripts/|e2e/)"),
    forbid("engines-stand-alone", "^lib/engines/", "^(app|components|lib|scripts|e2e)/", "^lib/engines/"),
    forbid("lib-knows-no-programs", "^lib/", "^(app|components|scripts|e2e)/"),
    forbid("scripts-stay-below-pages", "^scripts/", "^(app|components|e2e)/"),
    forbid("specs-see-what-people-see", "^e2e/[^/]+$", "^(app|components|lib|scripts)/"),
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["^app/", "^scripts/[^/]+$", "\\.d\\.ts$", "(^|/)e2e/", tests],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|public)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};

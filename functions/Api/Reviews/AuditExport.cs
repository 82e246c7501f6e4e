namespace SoraFunctions.Api.Reviews;

/// <summary>A page of the audit log, and whether all of the log holds together.</summary>
internal sealed record AuditExport(string Object, IReadOnlyList<AuditObject> Data, bool HasMore, bool Intact, long? FirstBroken);

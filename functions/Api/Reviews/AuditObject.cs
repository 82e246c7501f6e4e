using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Reviews;

/// <summary>A record of the audit log, with what its hash is made of.</summary>
internal sealed record AuditObject(long Number, string Kind, string Subject, string Detail, DateTimeOffset At, DateTimeOffset KeepUntil, string Previous, string Hash)
{
    /// <summary>Maps a row.</summary>
    public static AuditObject Of(AuditRow row) => new(row.Number, row.Kind, row.Subject, row.Detail, row.At, row.KeepUntil, row.Previous, row.Hash);
}

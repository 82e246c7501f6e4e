namespace SoraFunctions.Pipeline.Audits;

/// <summary>Something that must be shown to have been done.</summary>
/// <param name="Kind">What it is, such as <c>clean-copy.delivered</c>.</param>
/// <param name="Subject">Of what; with kind and tenant it is written down once.</param>
/// <param name="Detail">What else there is to say.</param>
/// <param name="KeepUntil">Until when it is kept.</param>
public sealed record AuditEntry(string Kind, string Subject, string Detail, DateTimeOffset KeepUntil);

namespace SoraFunctions.Api.Rights;

/// <summary>What is due in one currency.</summary>
internal sealed record StatementTotal(string Revenue, string Due, string Currency);

namespace SoraFunctions.Service.Http;

/// <summary>What was wrong.</summary>
/// <param name="Message">In words, with what would be accepted.</param>
/// <param name="Type">The family: <c>invalid_request_error</c>, <c>authentication_error</c> or <c>server_error</c>.</param>
/// <param name="Param">The field that it is about; null for none.</param>
/// <param name="Code">Stable word.</param>
internal sealed record ErrorDetail(string Message, string Type, string? Param, string Code);

namespace SoraFunctions.Api.Errors;

/// <summary>The error of the Videos API; all four keys are always there.</summary>
/// <param name="Message">What was wrong and what would be accepted.</param>
/// <param name="Type">Class of the error, such as <c>invalid_request_error</c>.</param>
/// <param name="Param">The field at fault; null for none.</param>
/// <param name="Code">Stable word; null for none.</param>
internal sealed record ApiError(string Message, string Type, string? Param, string? Code);

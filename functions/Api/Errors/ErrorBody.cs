namespace SoraFunctions.Api.Errors;

/// <summary>What an error's body holds.</summary>
/// <param name="Error">The error.</param>
internal sealed record ErrorBody(ApiError Error);

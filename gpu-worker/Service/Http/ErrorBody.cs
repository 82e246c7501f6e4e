namespace SoraFunctions.Service.Http;

/// <summary>The error object of the Videos API, which the worker uses too.</summary>
internal sealed record ErrorBody(ErrorDetail Error);

namespace SoraFunctions.Pipeline.Requests;

/// <summary>What is wrong with a request.</summary>
/// <param name="Field">The field at fault as a path, such as <c>product.price.currency</c>; null for the request as a whole.</param>
/// <param name="Message">What is wrong and what would be accepted: a sentence.</param>
/// <param name="Code">Stable word, such as <c>invalid_value</c>.</param>
public sealed record RequestError(string? Field, string Message, string Code = RequestErrorCodes.InvalidValue);

namespace SoraFunctions.Api.Retention;

/// <summary>What was erased, on the wire.</summary>
/// <param name="Object">Always <c>erasure</c>.</param>
/// <param name="Hash">What stands in the books in its place.</param>
/// <param name="ErasedAt">Unix time in seconds.</param>
internal sealed record ErasureObject(string Object, string Hash, long ErasedAt);

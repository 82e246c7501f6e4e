namespace SoraFunctions.Api.Retention;

/// <summary>What is held, on the wire.</summary>
/// <param name="Object">Always <c>hold</c>.</param>
/// <param name="Id">The video or campaign.</param>
/// <param name="Held">Whether it is.</param>
/// <param name="Reason">Why; null where it is not.</param>
internal sealed record HoldObject(string Object, string Id, bool Held, string? Reason);

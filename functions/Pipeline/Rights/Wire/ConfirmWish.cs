namespace SoraFunctions.Pipeline.Rights.Wire;

/// <summary>What the operator has looked at and confirms.</summary>
public sealed record ConfirmWish
{
    /// <summary>The holder's <c>revision</c> as it was read.</summary>
    public required string Revision { get; init; }
}

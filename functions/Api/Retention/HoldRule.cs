using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Retention;

/// <summary>Nothing that is held may be removed.</summary>
internal static class HoldRule
{
    /// <summary>Refuses a removal.</summary>
    /// <param name="param">What was to be removed.</param>
    /// <param name="why">Why it is held, of <see cref="Pipeline.Retention.LegalHolds"/>; null where it is not.</param>
    public static void Check(string param, string? why)
    {
        if (why is not null)
        {
            throw Refusals.Conflict(param, why, "legal_hold");
        }
    }
}

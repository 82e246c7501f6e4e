using System.ComponentModel;

namespace SoraFunctions.Pipeline.Sales.Wire;

/// <summary>The body of <c>POST /v1/attribution</c>.</summary>
/// <param name="WindowDays">How long.</param>
/// <param name="Touch">Which.</param>
public sealed record AttributionWish(
    [property: Description("How many days before its payment an order may be due to a video, 1 to 90.")] int WindowDays,
    [property: Description("Where several videos have an equal claim: first or last, as the buyer met them.")] string Touch);

namespace SoraFunctions.Api.Reports;

/// <summary>A sale event as the API shows it.</summary>
/// <param name="Id">What happened.</param>
/// <param name="Object">Always <c>sale_event</c>.</param>
/// <param name="Order">To which order.</param>
/// <param name="Recorded">Whether it was new.</param>
internal sealed record SaleObject(string Id, string Object, string Order, bool Recorded);

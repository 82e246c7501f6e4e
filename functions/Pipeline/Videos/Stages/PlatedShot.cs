using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>
/// A shot whose cast is filmed in front of what another engine painted of its place, so that a product's pixels are its own.
/// </summary>
internal static class PlatedShot
{
    /// <summary>The part of the work that is done when the plate is.</summary>
    private const double PlateShare = 0.7;

    /// <summary>Renders a shot: its plate first, if it wants one.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="paint">Renders an order that has no plate.</param>
    /// <param name="film">Films an order in front of its plate.</param>
    /// <param name="progress">Is told the done part, 0 to 1.</param>
    public static async Task<RenderedShot> Render(
        ShotOrder order,
        Func<ShotOrder, Func<double, Task>, Task<RenderedShot>> paint,
        Func<ShotOrder, Func<double, Task>, Task<RenderedShot>> film,
        Func<double, Task> progress)
    {
        if (order.PlateBy is null)
        {
            return await paint(order, progress);
        }

        var plate = await paint(order.Background(), done => progress(PlateShare * done));
        var shot = await film(order with { PlateBy = null, Plate = plate.Picture }, done => progress(PlateShare + ((1 - PlateShare) * done)));
        return shot with { Warnings = [.. plate.Warnings, .. shot.Warnings] };
    }
}

using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.World.Plates;

/// <summary>What of an order can be filmed in front of a plate.</summary>
internal static class PlateOrder
{
    /// <summary>The order with a camera that stands still and without what only a built set has. Each change is a warning.</summary>
    /// <param name="order">As ordered.</param>
    /// <param name="warnings">Takes what was changed.</param>
    public static ShotOrder Of(ShotOrder order, List<string> warnings)
    {
        var shot = order.Shot;
        if (shot.Camera.Move != CameraMove.Still)
        {
            warnings.Add("The camera stands still: the background is a picture that it can't move in.");
        }

        if (shot.Action is Deed.Float or Deed.SplashIn or Deed.Ripple or Deed.BackFlip)
        {
            warnings.Add($"The water of the background is a picture, in which nothing floats; {order.Cast[0].Name} stands in front of it.");
            shot = shot with { Action = Deed.Stand };
        }

        return order with { Shot = shot with { Camera = shot.Camera with { Move = CameraMove.Still }, Atmosphere = Atmosphere.Clear } };
    }
}

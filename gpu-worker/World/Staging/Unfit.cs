using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Staging.Deeds;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging;

/// <summary>Says in plain words where a deed does not fit its cast, and what is shown instead.</summary>
internal static class Unfit
{
    /// <summary>Adds a warning for each wish that can't be met.</summary>
    public static void Say(ShotOrder order, Casting casting, List<string> warnings)
    {
        var name = casting.Lead.Subject.Name;
        var alone = casting.Props.Count + casting.Copies.Count == 0;
        var warning = order.Shot.Action switch
        {
            Deed.Roll when casting.Lead.Rolling == Rolling.Never => $"{name} can't roll in its shape; it slides in instead.",
            Deed.Shower when alone => $"Nothing rains down around {name}: the shot has no other subject.",
            Deed.Collide when alone => $"Nothing hits {name}: the shot has no second subject.",
            Deed.Shatter when alone && (casting.Lead.Subject.Picture ?? casting.Lead.Subject.Model) is not null =>
                $"{name} is a product and stays whole; the shot has nothing else that could break.",
            Deed.Drive when !Driving.Can(casting.Lead) => $"{name} has no wheels; it slides in instead.",
            Deed.Topple when casting.Lead.Rolling == Rolling.AnyWay => $"{name} can't topple, being round; it is pushed and rolls.",
            _ => null,
        };
        if (warning is not null)
        {
            warnings.Add(warning);
        }
    }
}

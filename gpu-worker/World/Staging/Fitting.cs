using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Settings;

namespace SoraFunctions.World.Staging;

/// <summary>Brings deed and setting together: what floats needs water, what falls needs a ground. Each change is a warning.</summary>
internal static class Fitting
{
    /// <summary>The shot that can be filmed, nearest to what was ordered.</summary>
    /// <param name="order">The shot as ordered.</param>
    /// <param name="build">Builds the set of a shot.</param>
    /// <param name="warnings">Takes what was changed.</param>
    public static (ShotOrder Order, SetDesign Set) Of(ShotOrder order, Func<ShotOrder, SetDesign> build, List<string> warnings)
    {
        var set = build(order);
        var (deed, name) = (order.Shot.Action, order.Cast[0].Name);
        if (NeedsWater(deed) && set.Ground.Pattern != GroundPattern.Water)
        {
            var setting = deed == Deed.BackFlip ? Setting.Sea : Setting.Pool;
            warnings.Add($"There is no water in the setting {Word(order.Shot.Setting)} for {Word(deed)}; it is shown in {Word(setting)} instead.");
            order = order with { Shot = order.Shot with { Setting = setting } };
            return (order, build(order));
        }

        if (set.Ground.Pattern == GroundPattern.None && NeedsGround(deed))
        {
            warnings.Add($"Nothing falls and nothing stands in the setting {Word(order.Shot.Setting)}; instead of {Word(deed)}, {name} hovers.");
            return (order with { Shot = order.Shot with { Action = Deed.Levitate } }, set);
        }

        return (order, set);
    }

    private static bool NeedsWater(Deed deed) => deed is Deed.Float or Deed.SplashIn or Deed.Ripple or Deed.BackFlip;

    private static bool NeedsGround(Deed deed) => deed is not (Deed.Stand or Deed.Turn or Deed.Levitate or Deed.Orbit or Deed.Assemble);

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

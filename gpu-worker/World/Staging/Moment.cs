using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Staging;

/// <summary>All of a performance at one instant.</summary>
/// <param name="Bodies">Places of the bodies, in the order of the marks.</param>
/// <param name="Effects">The effects, in the order of the performance's.</param>
internal sealed record Moment(BodyState[] Bodies, IReadOnlyList<EffectFrame> Effects);

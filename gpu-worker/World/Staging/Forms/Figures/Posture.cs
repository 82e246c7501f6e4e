using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>How a figure holds itself: the turn of limbs against their parents, from rest, in the figure's axes. Limbs not named are at rest.</summary>
/// <param name="Turns">By the name of the limb.</param>
internal sealed record Posture(IReadOnlyDictionary<string, Rotation> Turns)
{
    /// <summary>At rest.</summary>
    public static Posture Rest { get; } = new(new Dictionary<string, Rotation>());

    /// <summary>The turn of a limb.</summary>
    public Rotation Of(string limb) => Turns.TryGetValue(limb, out var turn) ? turn : Rotation.Identity;

    /// <summary>A posture on the way to another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="part">0 for this one to 1 for the other.</param>
    public Posture Towards(Posture other, double part) => part <= 0 ? this : part >= 1 ? other : new(Turns.Keys.Union(other.Turns.Keys).ToDictionary(limb => limb, limb =>
    {
        var start = Of(limb);
        var between = (other.Of(limb) * start.Inverse).RotationVector * part;
        return Rotation.About(between.Unit(), between.Length) * start;
    }));
}

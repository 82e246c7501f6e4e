using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Keeps the latest two moments of a motion: a film asks for each frame twice, as itself and as the past of the next.</summary>
/// <param name="motion">How parts stand at a time in seconds.</param>
internal sealed class Replay(Func<double, IReadOnlyList<PartState>> motion)
{
    private (double Time, IReadOnlyList<PartState> Parts) _latest = (double.NaN, []);
    private (double Time, IReadOnlyList<PartState> Parts) _earlier = (double.NaN, []);

    /// <summary>How the parts stand at a time in seconds.</summary>
    public IReadOnlyList<PartState> At(double time)
    {
        if (_latest.Time != time)
        {
            (_latest, _earlier) = _earlier.Time == time ? (_earlier, _latest) : ((time, motion(time)), _latest);
        }

        return _latest.Parts;
    }
}

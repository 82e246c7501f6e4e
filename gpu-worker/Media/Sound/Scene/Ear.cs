namespace SoraFunctions.Media.Sound.Scene;

/// <summary>Where the camera hears a source from.</summary>
/// <param name="Pan">-1 left to 1 right.</param>
/// <param name="Distance">Metres.</param>
internal readonly record struct Ear(double Pan, double Distance)
{
    /// <summary>That of an event, with the usual distance where nobody measured.</summary>
    public static Ear Of(double pan, double distance) => new(Math.Clamp(pan, -1, 1), distance > 0 ? distance : SoundField.Reference);

    /// <summary>Where a moving source is after a time in seconds.</summary>
    public static Ear Of(Contract.Clips.Heard heard, double seconds)
    {
        if (heard.Pans.Count == 0 || heard.Distances.Count == 0)
            return Of(0, 0);
        return Of(Curve.At(heard.Pans, seconds / heard.Step), Curve.At(heard.Distances, seconds / heard.Step));
    }
}

namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>One of the things that sound in a place.</summary>
internal abstract record Layer
{
    /// <summary>Adds what is heard of it.</summary>
    /// <param name="track">Where to.</param>
    /// <param name="start">The video's sample at which the track begins.</param>
    /// <param name="seed">Of all that is left to chance.</param>
    public abstract void Add(StereoTrack track, long start, long seed);
}

namespace SoraFunctions.Media.Sound.Music;

/// <summary>How an accompaniment plays its chords.</summary>
internal enum Figure
{
    /// <summary>One tone after the other, up and down.</summary>
    Broken,

    /// <summary>All strings one shortly after the other.</summary>
    Strummed,

    /// <summary>All tones at once.</summary>
    Block,

    /// <summary>The lowest tone with others between.</summary>
    Pulse,
}

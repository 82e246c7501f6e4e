namespace SoraFunctions.Media.Sound.Music;

/// <summary>What plays a note.</summary>
internal enum Voice
{
    Piano,
    Marimba,
    Bells,
    Harp,
    Stab,
    Bass,
    Pad,
    Strings,
    Kick,
    Drum,
    Clap,
    Shaker,
    Hat,
    Jingle,
    Swell,
}

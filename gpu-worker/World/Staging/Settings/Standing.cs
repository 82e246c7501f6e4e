namespace SoraFunctions.World.Staging.Settings;

/// <summary>Where the first subject of a shot is, as far as its set has to know.</summary>
internal enum Standing
{
    /// <summary>It keeps its place on y = 0, and nothing else comes near: a rock or a podium just wide enough carries it.</summary>
    Alone,

    /// <summary>Others stand around, or something comes in from outside: y = 0 is solid as far as the picture reaches.</summary>
    Amid,

    /// <summary>It is in water whose mean level is y = 0; in a set without water this is like <see cref="Amid"/>.</summary>
    Afloat,
}

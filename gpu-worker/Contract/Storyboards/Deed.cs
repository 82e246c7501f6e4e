using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What the first subject of a shot does. All of it is simulated, but for the turntable and levitation, whose motors are.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Deed>))]
public enum Deed
{
    /// <summary>Stands still.</summary>
    Stand,

    /// <summary>Turns slowly on a turntable.</summary>
    Turn,

    /// <summary>Falls in from above and comes to rest.</summary>
    Drop,

    /// <summary>Falls and bounces in place.</summary>
    Bounce,

    /// <summary>Rolls through or into the picture.</summary>
    Roll,

    /// <summary>Slides in and stops by friction.</summary>
    Slide,

    /// <summary>Is pushed over.</summary>
    Topple,

    /// <summary>Spins like a top and slows down.</summary>
    Spin,

    /// <summary>Hovers, bobbing and turning.</summary>
    Levitate,

    /// <summary>Stands while the other subjects rain down around it.</summary>
    Shower,

    /// <summary>Is hit by the second subject.</summary>
    Collide,

    /// <summary>Swings on a thread.</summary>
    Swing,
}

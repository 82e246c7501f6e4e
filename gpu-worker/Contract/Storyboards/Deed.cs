using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What the first subject of a shot does. All of it is simulated: where something is led, its motor is part of the simulation.</summary>
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

    /// <summary>Floats and bobs on water.</summary>
    Float,

    /// <summary>Falls into water, which splashes up.</summary>
    SplashIn,

    /// <summary>Liquid is poured over or into it.</summary>
    Pour,

    /// <summary>Falls and breaks into pieces; a product stays whole and the second subject breaks.</summary>
    Shatter,

    /// <summary>A box around it opens and falls away.</summary>
    Unbox,

    /// <summary>Comes together from its pieces.</summary>
    Assemble,

    /// <summary>Flies past and through the other subjects.</summary>
    FlyThrough,

    /// <summary>The other subjects circle round it.</summary>
    Orbit,

    /// <summary>A cloth billows in the wind beside it, or is drawn off it.</summary>
    Billow,

    /// <summary>Rain draws rings on the water around it.</summary>
    Ripple,

    /// <summary>Drives through a curve on the friction of its tyres.</summary>
    Drive,

    /// <summary>A figure spins faster as it draws its arms in.</summary>
    Pirouette,

    /// <summary>A figure flips backwards off and onto a floating board.</summary>
    BackFlip,
}

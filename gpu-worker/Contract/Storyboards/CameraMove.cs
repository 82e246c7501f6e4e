using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>The path of a camera, in film terms.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<CameraMove>))]
public enum CameraMove
{
    /// <summary>Locked off.</summary>
    Still,

    /// <summary>Towards the subject (推).</summary>
    PushIn,

    /// <summary>Away from the subject (拉).</summary>
    PullOut,

    /// <summary>Round the subject to the left (环绕).</summary>
    OrbitLeft,

    /// <summary>Round the subject to the right.</summary>
    OrbitRight,

    /// <summary>Upwards, keeping the subject framed (升).</summary>
    CraneUp,

    /// <summary>Downwards, keeping the subject framed (降).</summary>
    CraneDown,

    /// <summary>Sideways to the left (移).</summary>
    TruckLeft,

    /// <summary>Sideways to the right.</summary>
    TruckRight,

    /// <summary>The head turns sideways to find the subject (摇).</summary>
    Pan,

    /// <summary>The head turns upwards along the subject.</summary>
    Tilt,

    /// <summary>Keeps the moving subject framed (跟).</summary>
    Follow,

    /// <summary>Very near, gliding along the surface.</summary>
    MacroGlide,

    /// <summary>On a shoulder: small, smooth, never still.</summary>
    HandHeld,

    /// <summary>Rises or slides out from behind something to show the subject.</summary>
    Reveal,

    /// <summary>A very fast turn of the head that ends on the subject.</summary>
    Whip,
}

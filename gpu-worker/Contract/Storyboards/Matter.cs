using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What a subject is made of; decides shading, density, friction, restitution and the sound of its contacts.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Matter>))]
public enum Matter
{
    /// <summary>Smooth opaque plastic.</summary>
    Plastic,

    /// <summary>Clear or tinted glass.</summary>
    Glass,

    /// <summary>Polished metal.</summary>
    Metal,

    /// <summary>Oiled wood.</summary>
    Wood,

    /// <summary>Printed carton.</summary>
    Cardboard,

    /// <summary>Glazed ceramic.</summary>
    Ceramic,

    /// <summary>Rubber: dull and bouncing.</summary>
    Rubber,

    /// <summary>Stone.</summary>
    Stone,

    /// <summary>Woven cloth or leather.</summary>
    Fabric,

    /// <summary>Fruit, petals, leaves.</summary>
    Organic,

    /// <summary>Clear ice.</summary>
    Ice,
}

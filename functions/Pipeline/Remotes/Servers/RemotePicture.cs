using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>Which picture a remote is sent of a shot that shows a product, as <c>input_reference</c>.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RemotePicture>))]
public enum RemotePicture
{
    /// <summary>
    /// The shot's place as it begins, staged by the world engine in the size of the clip: for models that go on from it. The product is filmed in
    /// front of what they make.
    /// </summary>
    FirstFrame,

    /// <summary>The product's own picture as it is: for another instance of this service, which films it.</summary>
    Product,

    /// <summary>None: for models that read words alone. The product is filmed in front of what they make.</summary>
    None,
}

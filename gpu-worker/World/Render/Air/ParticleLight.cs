using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Air;

/// <summary>
/// Light of particles. What scatters is as bright as the mean light around it, and brighter on the side of the lamps; what is clear shows
/// the surroundings: a drop upside down, a bubble upright.
/// </summary>
internal sealed class ParticleLight(Lighting lighting)
{
    private Vector3 forward;
    private Vector3 right;
    private Vector3 up;
    private Vector3 position;
    private Vector3 above;
    private Vector3 below;

    /// <summary>Takes over the camera.</summary>
    public void Begin(CameraPose camera)
    {
        position = camera.Position;
        forward = Vector3.Normalize(camera.Target - camera.Position);
        right = Vector3.Normalize(Vector3.Cross(forward, camera.Up));
        up = Vector3.Cross(right, forward);
        above = Seen(Vector3.Normalize(forward * 0.5f + Vector3.UnitY), 0.45f);
        below = Seen(Vector3.Normalize(forward * 0.8f - Vector3.UnitY), 0.45f);
    }

    /// <summary>Lights one particle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Shade(in Particle particle, ParticleLook look, ref Sprite sprite)
    {
        if (look.Shape == ParticleShape.Spark)
        {
            (sprite.Light, sprite.Right, sprite.Up) = (look.Emission, Vector3.Zero, Vector3.Zero);
            return;
        }

        if (look.Shape is ParticleShape.Drop or ParticleShape.Bubble)
        {
            var upright = look.Shape == ParticleShape.Bubble ? 0.5f : -0.5f;
            sprite.Light = look.Colour * (above + below) * 0.5f + look.Emission;
            sprite.Right = Vector3.Zero;
            sprite.Up = look.Colour * (above - below) * upright;
            // A film of soap mirrors a fifth of what a drop with its lens behind it shows.
            Highlight(particle.Position, look.Shape == ParticleShape.Bubble ? 0.09f : 0.45f, ref sprite);
            return;
        }

        // Six sides at once: right, left, up, down, towards the camera and away from it.
        var normals = new Wide3(
            Vector512.Create(right.X, -right.X, up.X, -up.X, -forward.X, forward.X, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            Vector512.Create(right.Y, -right.Y, up.Y, -up.Y, -forward.Y, forward.Y, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            Vector512.Create(right.Z, -right.Z, up.Z, -up.Z, -forward.Z, forward.Z, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        var light = lighting.Diffuse(Wide3.All(particle.Position), normals, Visibility.Free);
        var (r, l, u, d) = (Lane(light, 0), Lane(light, 1), Lane(light, 2), Lane(light, 3));
        sprite.Light = look.Colour * ((r + l + u + d + Lane(light, 4) + Lane(light, 5)) / 6) + look.Emission;
        sprite.Right = look.Colour * (r - l) * 0.45f;
        sprite.Up = look.Colour * (u - d) * 0.45f;
    }

    /// <summary>Where the key lamp is mirrored on a ball: half-way between it and the camera.</summary>
    private void Highlight(Vector3 at, float part, ref Sprite sprite)
    {
        var key = lighting.Lamps[0];
        var centre = key.Point(Wide.Zero, Wide.Zero);
        var lamp = new Vector3(centre.X.ToScalar(), centre.Y.ToScalar(), centre.Z.ToScalar()) - at;
        var half = Vector3.Normalize(Vector3.Normalize(lamp) + Vector3.Normalize(position - at));
        sprite.ShineAt = new Vector2(Vector3.Dot(half, right), Vector3.Dot(half, up));
        // The lamp's image is a few per cent of the drop's face: brighter lamps are not brighter than the film needs.
        sprite.Shine = Vector3.Min(key.Radiance, new Vector3(8)) * part;
    }

    private Vector3 Seen(Vector3 direction, float roughness) => Lane(lighting.Around.Radiance(Wide3.All(direction), All(roughness)), 0);

    private static Vector3 Lane(in Wide3 light, int lane) => new(light.X.GetElement(lane), light.Y.GetElement(lane), light.Z.GetElement(lane));
}

using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Tests.Staging;

public sealed class CordTests
{
    [Fact]
    public void A_cord_stays_tied_to_its_hook_and_to_the_body_that_swings_on_it_and_is_taut_between()
    {
        var surface = new Surface(0.5, 0.2);
        Vector3d hook = new(0, 1, 0), attachment = new(0, 0.04, 0), end = new(0.2, 0.6, 0);
        var length = (hook - end).Length;
        var bob = new Body { Shape = new Ball { Margin = 0.04 }, Mass = MassProperties.Ball(0.04, 900), Surface = surface, Position = end - attachment };
        var thread = new HangingThread(0, hook, attachment, length);
        var cord = new Cord(new(0, hook, attachment, length), end);
        var simulation = new Simulation([bob], surface, [thread]) { Influences = [cord.Join([bob])!] };
        for (var frame = 0; frame < 48; frame++)
        {
            simulation.Advance(1.0 / 24);
            var places = cord.Look(simulation, 0).Deformations[0].Positions;
            var lower = bob.Position + bob.Orientation.Turn(attachment);
            Assert.InRange((Vector3d.From(places[0]) - hook).Length, 0, 0.003);
            Assert.InRange((Vector3d.From(places[^1]) - lower).Length, 0, 0.003);
            Assert.All(places, place => Assert.InRange(Off(Vector3d.From(place), hook, lower), 0, 0.012 * length));
        }
    }

    private static double Off(Vector3d place, Vector3d from, Vector3d to) => Vector3d.Cross(place - from, (to - from).Unit()).Length;
}

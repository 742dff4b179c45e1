import os

from aws_cdk import App, Stack
from aws_cdk.aws_iam import Role, ServicePrincipal
from cdk_spillway import EventContract, OrderIngestion, Subscription
from constructs import Construct

# #region shop
checkout = {"source": "shop.checkout", "owner": "checkout"}
placed = EventContract.of(**checkout, event_type="order.placed.v1")
cancelled = EventContract.of(**checkout, event_type="order.cancelled.v1")


class ShopStack(Stack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        task = ServicePrincipal("ecs-tasks.amazonaws.com")
        checkout_role = Role(self, "Checkout", assumed_by=task)
        warehouse_role = Role(self, "Warehouse", assumed_by=task)

        orders = OrderIngestion(self, "Orders", contracts=[placed, cancelled])
        seattle = Subscription(
            self,
            "Seattle",
            from_=orders,
            events=[placed.where({"shipTo": {"country": ["US"]}}), cancelled.all()],
        )
        orders.grants.publish(checkout_role, placed, cancelled)
        seattle.grants.consume(warehouse_role)
# #endregion


app = App(outdir=os.environ.get("CDK_OUTDIR"))
ShopStack(app, "Shop")
app.synth()
